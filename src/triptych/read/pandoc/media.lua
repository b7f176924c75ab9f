-- Writes a document as pandoc's JSON with the files in it: a line of JSON that says how long each part is, then the
-- parts, one right after the other. Nothing is written to any folder.
function ByteStringWriter(document, options)
  local parts, names = {}, {}
  for name, _, data in pandoc.mediabag.items() do
    names[#names + 1] = name
    parts[name] = data
  end
  table.sort(names)
  local tree = pandoc.write(document, 'json')
  local index, out = {}, { '', tree }
  for _, name in ipairs(names) do
    index[#index + 1] = { name, #parts[name] }
    out[#out + 1] = parts[name]
  end
  out[1] = pandoc.json.encode({ tree = #tree, parts = #index > 0 and index or pandoc.List() }) .. '\n'
  return table.concat(out)
end

-- Readers look for titles and authors only where a whole document is to be written, which needs a template.
function Template()
  return ''
end
